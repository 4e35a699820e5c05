/** Relation usager, vue 360: LUTECE's notification store, version 3. */
package fr.vaguemestre.api.history;
