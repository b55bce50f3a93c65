package dev.larder.testkit.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/**
 * What somebody wants to have signed, with the extensions that RFC 5280 asks for, so that strict
 * clients find nothing amiss.
 *
 * @param kind of the keys, and of the signature
 * @param subject who it is
 * @param validity when it is to be valid
 * @param extensions what it may be used for
 */
record CertificateRequest(
    KeyKind kind, X500Principal subject, Validity validity, List<Extension> extensions) {

  private static final int SERIAL_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  static CertificateRequest ofRoot(KeyKind kind, String name, Validity validity)
      throws IOException {
    return new CertificateRequest(
        kind,
        new X500Principal("CN=" + name),
        validity,
        List.of(
            critical(Extension.basicConstraints, new BasicConstraints(true)),
            critical(Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))));
  }

  /** Of somebody who signs certificates of servers, and of nobody who signs himself. */
  static CertificateRequest ofIntermediate(KeyKind kind, String name, Validity validity)
      throws IOException {
    return new CertificateRequest(
        kind,
        new X500Principal("CN=" + name),
        validity,
        List.of(
            critical(Extension.basicConstraints, new BasicConstraints(0)),
            critical(Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)),
            forServers()));
  }

  static CertificateRequest ofServer(
      KeyKind kind, String name, Validity validity, GeneralNames hostNames) throws IOException {
    return new CertificateRequest(
        kind,
        new X500Principal("CN=" + name),
        validity,
        List.of(
            critical(Extension.basicConstraints, new BasicConstraints(false)),
            critical(Extension.keyUsage, kind.serverUsage()),
            forServers(),
            plain(Extension.subjectAlternativeName, hostNames)));
  }

  private static Extension forServers() throws IOException {
    return plain(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
  }

  private static Extension critical(ASN1ObjectIdentifier id, ASN1Encodable value)
      throws IOException {
    return Extension.create(id, true, value);
  }

  private static Extension plain(ASN1ObjectIdentifier id, ASN1Encodable value) throws IOException {
    return Extension.create(id, false, value);
  }

  Identity signedByItself() throws GeneralSecurityException, IOException {
    KeyPair keys = kind.newKeys();
    return new Identity(sign(keys, subject, keys, List.of()), keys);
  }

  Identity signedBy(Identity issuer) throws GeneralSecurityException, IOException {
    KeyPair keys = kind.newKeys();
    Extension issuerKey =
        plain(
            Extension.authorityKeyIdentifier,
            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.keys().getPublic()));
    X500Principal name = issuer.certificate().getSubjectX500Principal();
    return new Identity(sign(keys, name, issuer.keys(), List.of(issuerKey)), keys);
  }

  private X509Certificate sign(
      KeyPair keys, X500Principal issuer, KeyPair issuerKeys, List<Extension> ofIssuer)
      throws GeneralSecurityException, IOException {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            new BigInteger(SERIAL_BITS, RANDOM).setBit(0),
            Date.from(validity.from()),
            Date.from(validity.to()),
            subject,
            keys.getPublic());
    List<Extension> all = new ArrayList<>(extensions);
    all.addAll(ofIssuer);
    all.add(
        plain(
            Extension.subjectKeyIdentifier,
            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic())));
    for (Extension extension : all) {
      builder.addExtension(extension);
    }
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(kind.signer(issuerKeys.getPrivate())));
  }
}
