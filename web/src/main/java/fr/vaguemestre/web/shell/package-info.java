/**
 * Cadre des écrans: the frame, its words and dates, login, refusals turned into messages, security
 * headers.
 */
package fr.vaguemestre.web.shell;
