/** Canari: a resource for the bad screen to reach for. Never shipped. */
package fr.vaguemestre.api.canary;
