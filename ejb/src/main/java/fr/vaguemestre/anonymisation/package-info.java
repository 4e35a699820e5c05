/**
 * Anonymisation, données personnelles: what each feature keeps of people, and how it goes: three
 * months after a request is closed, or when a letter is destroyed.
 */
package fr.vaguemestre.anonymisation;
