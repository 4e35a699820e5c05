/** Import, export: units and agents as CSV files. */
package fr.vaguemestre.transfer;
