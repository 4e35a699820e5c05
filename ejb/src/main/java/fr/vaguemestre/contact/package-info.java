/** Usager, tiers: the people, companies, associations and administrations the town writes with. */
package fr.vaguemestre.contact;
