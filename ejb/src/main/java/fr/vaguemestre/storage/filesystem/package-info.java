/** Système de fichiers: the content store on a local or shared disk. */
package fr.vaguemestre.storage.filesystem;
