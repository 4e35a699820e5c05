package fr.vaguemestre.batch.demo;

/** A generated file, ready to be handed to storage. */
public record DemoFile(String name, String contentType, byte[] bytes) {}
