/**
 * Délai, calendrier, SVA/SVR: the working-day calendars and every date the law computes from them.
 */
package fr.vaguemestre.delay;
