/**
 * Base de données: the only package that speaks JDBC. Holds the migrations, the two tenant walls
 * and the small query helper behind every list.
 */
package fr.vaguemestre.platform.db;
