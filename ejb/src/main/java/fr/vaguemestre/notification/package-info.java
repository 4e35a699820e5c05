/** Alerte, notification: who is told what of the letters, in the application and by mail (CIR7). */
package fr.vaguemestre.notification;
