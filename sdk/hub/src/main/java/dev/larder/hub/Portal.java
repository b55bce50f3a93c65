package dev.larder.hub;

/** What stands between here and a server, and answers in its place. */
final class Portal {

  /** For whoever sees its page, or is sent there. */
  static final String REMEDY =
      "sign in to this network with a browser, or have the proxy let this address through; then run"
          + " the same command again";

  private Portal() {}
}
