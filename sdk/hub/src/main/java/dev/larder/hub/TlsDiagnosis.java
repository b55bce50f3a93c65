package dev.larder.hub;

import java.io.File;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Finds out why a server and this JVM do not agree on TLS, and what to do about it.
 *
 * @param host the name by which the server was asked
 */
record TlsDiagnosis(String host) {

  /** OkHttp's words of a certificate's names. */
  private static final Pattern NAMES = Pattern.compile("subjectAltNames: \\[(.*)]");

  /** The JVM's words, and Conscrypt's, where no version of TLS suits both sides. */
  private static final Pattern NO_VERSION =
      Pattern.compile("(?i)protocol_version|unsupported_protocol|selected protocol version");

  /** The same where what comes is no TLS at all. */
  private static final Pattern NO_TLS =
      Pattern.compile("unrecognized SSL message|Unable to parse TLS packet|WRONG_VERSION_NUMBER");

  /** The same where the server does not like what it is offered. */
  private static final Pattern REFUSED = Pattern.compile("(?i)handshake_failure");

  /** What matters of Conscrypt's words, which are about addresses in memory, too. */
  private static final Pattern OF_BORINGSSL = Pattern.compile("OPENSSL_internal:([A-Z0-9_]+)");

  private static final int LONGEST_NAME = 200;

  private static final String GIVE_TO_JAVA =
      "put it into the trust store of this JDK (keytool -importcert -cacerts -file <certificate>),"
          + " or name a trust store that has it by -Djavax.net.ssl.trustStore=<file> in MAVEN_OPTS"
          + " or .mvn/jvm.config";

  ConnectionFault of(SSLException fault) {
    Optional<DistrustedChain> chain =
        Stream.iterate((Throwable) fault, cause -> cause != null, Throwable::getCause)
            .filter(DistrustedChain.class::isInstance)
            .map(DistrustedChain.class::cast)
            .findFirst();
    if (chain.isPresent()) {
      return of(chain.get(), fault);
    }
    String message = String.valueOf(fault.getMessage());
    if (fault instanceof SSLPeerUnverifiedException) {
      return ofOtherName(message, fault);
    }
    if (NO_VERSION.matcher(message).find()) {
      return ConnectionFault.lasting(
          "%s and this JVM have no version of TLS in common".formatted(host),
          "the server has to speak TLS 1.2 or 1.3; where it does, see which versions the JVM is"
              + " left by jdk.tls.disabledAlgorithms in its java.security",
          fault);
    }
    if (NO_TLS.matcher(message).find()) {
      return ConnectionFault.lasting(
          "what %s answers is not TLS".formatted(host),
          "check host and port of the address: it may be one of plain http",
          fault);
    }
    if (REFUSED.matcher(message).find()) {
      return ConnectionFault.lasting(
          "%s refuses TLS as this JVM offers it".formatted(host),
          "the server has to take ciphers of TLS 1.2 or 1.3 that jdk.tls.disabledAlgorithms in the"
              + " JVM's java.security leaves, and to do without a certificate of the client",
          fault);
    }
    Matcher code = OF_BORINGSSL.matcher(message);
    return ConnectionFault.passing(
        "TLS with %s broke off: %s"
            .formatted(host, printable(code.find() ? code.group(1) : message)),
        "run the same command again; if it fails again, see whether a proxy or firewall breaks TLS",
        fault);
  }

  private ConnectionFault ofOtherName(String message, IOException fault) {
    Matcher names = NAMES.matcher(message);
    return ConnectionFault.lasting(
        "the certificate that %s shows is for other names: %s"
            .formatted(host, names.find() ? printable(names.group(1)) : "none"),
        "check the address; if it is right, something else answers in its place, such as the"
            + " sign-in page of a network, or the server has the wrong certificate",
        fault);
  }

  private ConnectionFault of(DistrustedChain chain, IOException fault) {
    Instant now = Instant.now();
    Optional<X509Certificate> expired = chain.expiredAt(now);
    if (expired.isPresent()) {
      String since = "expired on " + day(expired.get().getNotAfter().toInstant());
      return ofDate(chain, expired.get(), since, now, fault);
    }
    Optional<X509Certificate> early = chain.notYetValidAt(now);
    if (early.isPresent()) {
      String from = "is not valid before " + day(early.get().getNotBefore().toInstant());
      return ofDate(chain, early.get(), from, now, fault);
    }
    if (chain.leadsToNobodyKnown()) {
      return ofUnknownIssuer(chain, fault);
    }
    if (chain.hasForbiddenAlgorithms()) {
      return ConnectionFault.lasting(
          "this JVM forbids the keys or signatures of the certificates of %s: %s"
              .formatted(host, printable(String.valueOf(chain.getMessage()))),
          "whoever runs %s has to get a stronger certificate; what is forbidden says the JVM's"
                  .formatted(host)
              + " java.security: jdk.certpath.disabledAlgorithms, jdk.tls.disabledAlgorithms",
          fault);
    }
    return ConnectionFault.lasting(
        "this JVM does not accept the certificate of %s: %s"
            .formatted(host, printable(String.valueOf(chain.getMessage()))),
        "whoever runs %s has to have the certificate corrected".formatted(host),
        fault);
  }

  private ConnectionFault ofDate(
      DistrustedChain chain,
      X509Certificate certificate,
      String what,
      Instant now,
      IOException fault) {
    String whose =
        certificate.equals(chain.server())
            ? "the certificate of " + host
            : "%s, which is behind the certificate of %s,"
                .formatted(name(certificate.getSubjectX500Principal().getName()), host);
    return ConnectionFault.lasting(
        "%s %s, and this machine's clock says %s".formatted(whose, what, day(now)),
        "set the clock if it is wrong; if it is right, whoever runs %s has to renew the certificate"
            .formatted(host),
        fault);
  }

  private ConnectionFault ofUnknownIssuer(DistrustedChain chain, IOException fault) {
    String issuer = name(chain.last().getIssuerX500Principal().getName());
    if (chain.isAlone()) {
      return ConnectionFault.lasting(
          "%s sends its own certificate alone, and this JVM does not know %s, which issued it"
              .formatted(host, issuer),
          "whoever runs %s has to have it send the certificate of %s too; if it is one of your own"
                  .formatted(host, issuer)
              + " network: "
              + GIVE_TO_JAVA,
          fault);
    }
    return ConnectionFault.lasting(
        "this JVM does not trust %s, which is behind the certificate of %s".formatted(issuer, host),
        lostTrustStore()
            + "if %s is an authority of your own company or network, get its certificate and "
                .formatted(issuer)
            + GIVE_TO_JAVA,
        fault);
  }

  /**
   * The JVM takes its own trust store in silence, where there is no file of the name it is told.
   */
  private static String lostTrustStore() {
    String named = System.getProperty("javax.net.ssl.trustStore");
    return named == null || named.equals("NONE") || new File(named).canRead()
        ? ""
        : "correct -Djavax.net.ssl.trustStore, whose file %s cannot be read; or, "
            .formatted(printable(named));
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static String name(String name) {
    return '"' + printable(name) + '"';
  }

  /** What strangers wrote, on one line and not without end. */
  private static String printable(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
  }
}
