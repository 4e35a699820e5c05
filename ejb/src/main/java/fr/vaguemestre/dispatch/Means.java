package fr.vaguemestre.dispatch;

/** By which way a reply leaves. */
public enum Means {
  EMAIL,
  POST
}
