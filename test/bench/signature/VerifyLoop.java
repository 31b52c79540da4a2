// BouncyCastle in a loop. RSA and ECDSA by its own CMS verifier; GOST by its CMS reader and its lightweight signer, since it knows the
// curve and the hash, but not the object identifiers of Kazakhstan. The issuing authority's key is read once.
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.cryptopro.ECGOST3410NamedCurves;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.crypto.digests.GOST3411_2012_512Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECGOST3410_2012Signer;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

public class VerifyLoop {
  static boolean gost;
  static Date at;
  static X509CertificateHolder root, issuing;
  static ContentVerifierProvider rootVerifier, issuingVerifier;
  static ECDomainParameters curve;
  static ECPublicKeyParameters rootKey, issuingKey;

  static byte[] littleEndian(byte[] bytes, int from) {
    byte[] out = new byte[64];
    for (int i = 0; i < 64; i++) out[i] = bytes[from + 63 - i];
    return out;
  }

  static ECPublicKeyParameters gostKey(SubjectPublicKeyInfo info) throws Exception {
    byte[] xy = ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(info.getPublicKeyData().getBytes())).getOctets();
    BigInteger x = new BigInteger(1, littleEndian(xy, 0)), y = new BigInteger(1, littleEndian(xy, 64));
    return new ECPublicKeyParameters(curve.validatePublicPoint(curve.getCurve().createPoint(x, y)), curve);
  }

  static byte[] streebog(byte[] bytes) {
    GOST3411_2012_512Digest digest = new GOST3411_2012_512Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[64];
    digest.doFinal(out, 0);
    return out;
  }

  static boolean gostSignature(ECPublicKeyParameters key, byte[] data, byte[] signature) {
    ECGOST3410_2012Signer signer = new ECGOST3410_2012Signer();
    signer.init(false, key);
    BigInteger r = new BigInteger(1, littleEndian(signature, 0)), s = new BigInteger(1, littleEndian(signature, 64));
    return signer.verifySignature(streebog(data), r, s);
  }

  static boolean link(X509CertificateHolder child, X509CertificateHolder issuer, ContentVerifierProvider verifier, ECPublicKeyParameters key)
      throws Exception {
    if (!child.getIssuer().equals(issuer.getSubject()) || !child.isValidOn(at)) return false;
    if (!gost) return child.isSignatureValid(verifier);
    return gostSignature(key, child.toASN1Structure().getTBSCertificate().getEncoded(), child.getSignature());
  }

  static boolean verify(byte[] message, byte[] content) {
    try {
      CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(content), message);
      SignerInformation signer = cms.getSignerInfos().iterator().next();
      X509CertificateHolder person = (X509CertificateHolder) cms.getCertificates().getMatches(signer.getSID()).iterator().next();
      if (!link(issuing, root, rootVerifier, rootKey) || !link(person, issuing, issuingVerifier, issuingKey)) return false;
      if (!gost) return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider("BC").build(person));
      byte[] signed = ASN1OctetString.getInstance(
          signer.getSignedAttributes().get(CMSAttributes.messageDigest).getAttrValues().getObjectAt(0)).getOctets();
      return Arrays.equals(signed, streebog(content))
          && gostSignature(gostKey(person.getSubjectPublicKeyInfo()), signer.getEncodedSignedAttributes(), signer.getSignature());
    } catch (Exception error) {
      return false;
    }
  }

  /** folder, number of messages, moment to verify at in seconds, gost or other */
  public static void main(String[] arguments) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    Path folder = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    at = new Date(Long.parseLong(arguments[2]) * 1000);
    gost = arguments[3].equals("gost");
    byte[][] messages = new byte[count][], contents = new byte[count][];
    for (int i = 0; i < count; i++) {
      messages[i] = Files.readAllBytes(folder.resolve(i + ".der"));
      contents[i] = Files.readAllBytes(folder.resolve(i + ".bin"));
    }
    root = new X509CertificateHolder(Files.readAllBytes(folder.resolve("root.der")));
    issuing = new X509CertificateHolder(Files.readAllBytes(folder.resolve("issuing.der")));
    if (gost) {
      X9ECParameters x9 = ECGOST3410NamedCurves.getByOIDX9(RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512_paramSetA);
      curve = new ECDomainParameters(x9.getCurve(), x9.getG(), x9.getN(), x9.getH());
      rootKey = gostKey(root.getSubjectPublicKeyInfo());
      issuingKey = gostKey(issuing.getSubjectPublicKeyInfo());
    } else {
      JcaContentVerifierProviderBuilder builder = new JcaContentVerifierProviderBuilder().setProvider("BC");
      rootVerifier = builder.build(root);
      issuingVerifier = builder.build(issuing);
    }
    OperatingSystemMXBean processors = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.println("ready");
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ");
      if (words[0].equals("accepts")) {
        int number = Integer.parseInt(words[1]);
        byte[] content = contents[number].clone();
        if (words[2].equals("changed")) content[0] ^= 1;
        System.out.println(verify(messages[number], content) ? 1 : 0);
      } else {
        long start = System.nanoTime(), cpuStart = processors.getProcessCpuTime(), spent = 0;
        int done = 0;
        for (; spent < Long.parseLong(words[1]) * 1_000_000; spent = processors.getProcessCpuTime() - cpuStart, done += count)
          for (int i = 0; i < count; i++)
            if (!verify(messages[i], contents[i])) System.exit(1);
        System.out.println(done + " " + (System.nanoTime() - start) + " " + spent);
      }
    }
  }
}
