package fr.vaguemestre.api.canary;

/** What no screen may know. */
public class Resource {}
