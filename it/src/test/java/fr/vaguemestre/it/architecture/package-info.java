/** Architecture: the walls of the house, checked on the compiled classes of every module. */
package fr.vaguemestre.it.architecture;
