/**
 * GED, stockage: the content store's port. Bytes in, their SHA-256 out, durable before anything is
 * said.
 */
package fr.vaguemestre.storage;
