package dev.larder.core.catalog;

import java.util.Locale;

/** What kind of place a file's bytes really came from, wherever its source is. */
public enum Origin {
  HUB("the hub"),
  REPOSITORY("a Maven repository"),
  LOCAL_REPOSITORY("the local Maven repository"),
  WEB("a web server"),
  FOLDER("a folder"),
  SHARED_STORE("a shared store"),
  HUB_CACHE("the cache of huggingface_hub"),
  ARCHIVE("an archive"),
  /** It was in the store already, under another name, and nobody knows more. */
  STORE("this store"),
  /** An earlier try brought all of it, and was killed before it could say from where. */
  EARLIER_TRY("an earlier try"),
  /** Recorded by a version that did not say. */
  UNKNOWN("an unknown place");

  private final String phrase;

  Origin(String phrase) {
    this.phrase = phrase;
  }

  /** The word that stands in records and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What people read. */
  public String phrase() {
    return phrase;
  }
}
