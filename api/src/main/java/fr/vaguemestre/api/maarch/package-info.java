/** Portes compatibles Maarch Courrier: the addresses, messages and statuses its clients know. */
package fr.vaguemestre.api.maarch;
