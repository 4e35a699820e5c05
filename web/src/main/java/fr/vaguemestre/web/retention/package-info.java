/** Conservation: what is due, the lists and their visas, litigation holds on the letter's page. */
package fr.vaguemestre.web.retention;
