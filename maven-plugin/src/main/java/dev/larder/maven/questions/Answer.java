package dev.larder.maven.questions;

/** What a question led to. */
public enum Answer {
  YES,
  NO,
  /** Nobody is there to be asked. */
  NONE
}
