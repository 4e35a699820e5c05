/**
 * Appel sortant: programs of partners are told what becomes of what they brought, at an address of
 * theirs, signed (webhooks).
 */
package fr.vaguemestre.webhook;
