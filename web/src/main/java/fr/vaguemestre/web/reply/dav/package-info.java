/** Édition en place: drafts opened and saved over WebDAV (RFC 4918, class 2). */
package fr.vaguemestre.web.reply.dav;
