package dev.larder.testkit.tls;

import java.security.KeyPair;
import java.security.cert.X509Certificate;

/**
 * Somebody with a key, and what somebody else signed about it.
 *
 * @param certificate of the public key
 * @param keys both keys
 */
record Identity(X509Certificate certificate, KeyPair keys) {}
