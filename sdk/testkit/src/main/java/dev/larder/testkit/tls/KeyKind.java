package dev.larder.testkit.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The keys of an authority and of the servers below it, and how it signs. */
public enum KeyKind {
  /** P-256, signed with ECDSA. */
  EC("EC", 256, KeyUsage.digitalSignature),

  /** 2048 bits, signed with PKCS #1 v1.5. */
  RSA("RSA", 2048, KeyUsage.digitalSignature | KeyUsage.keyEncipherment),

  /** 2048 bits, signed with RSASSA-PSS, as some companies' own authorities do. */
  RSA_PSS("RSA", 2048, KeyUsage.digitalSignature | KeyUsage.keyEncipherment);

  private final String algorithm;
  private final int bits;
  private final int usage;

  KeyKind(String algorithm, int bits, int usage) {
    this.algorithm = algorithm;
    this.bits = bits;
    this.usage = usage;
  }

  KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  /** What the key of a server is for. */
  KeyUsage serverUsage() {
    return new KeyUsage(usage);
  }

  ContentSigner signer(PrivateKey key) throws GeneralSecurityException {
    try {
      return signing().build(key);
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private JcaContentSignerBuilder signing() {
    return switch (this) {
      case EC -> new JcaContentSignerBuilder("SHA256withECDSA");
      case RSA -> new JcaContentSignerBuilder("SHA256withRSA");
      case RSA_PSS ->
          // Its own provider, since it asks the JVM's for a name that they do not know.
          new JcaContentSignerBuilder("SHA256withRSAandMGF1")
              .setProvider(new BouncyCastleProvider());
    };
  }
}
