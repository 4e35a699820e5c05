/** Traitements de nuit: the root of the batch jobs, one sub-package per feature. */
package fr.vaguemestre.batch;
