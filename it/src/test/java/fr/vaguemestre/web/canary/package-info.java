/** Canari: a screen that breaks the rules, so that the rules are seen to fail. Never shipped. */
package fr.vaguemestre.web.canary;
