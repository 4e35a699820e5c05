/** Écrans: the root of the screens, one sub-package per feature. */
package fr.vaguemestre.web;
