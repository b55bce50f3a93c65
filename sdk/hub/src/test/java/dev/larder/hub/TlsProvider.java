package dev.larder.hub;

/** Who encrypts. */
enum TlsProvider {
  CONSCRYPT("org.conscrypt"),
  JVM("sun.security.ssl");

  /** The package of its sockets. */
  final String sockets;

  TlsProvider(String sockets) {
    this.sockets = sockets;
  }

  Tls trusting(JvmTrust trust) {
    return switch (this) {
      case CONSCRYPT -> Tls.ofConscrypt(trust).orElseThrow();
      case JVM -> Tls.ofTheJvm(trust);
    };
  }

  /** The elements of a class path with which it is this one that encrypts. */
  boolean allows(String element) {
    return this == CONSCRYPT || !element.contains("conscrypt");
  }
}
