// Answers, for every line of a file, whether PKIX accepts a path, or a signed message with the certificates and lists inside it.
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.security.cert.*;
import java.util.*;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.*;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

public class PkixAnswers {
  static CertificateFactory factory;
  static String provider;
  static Date at;

  static byte[] read(String path) throws Exception {
    return Files.readAllBytes(Path.of(path));
  }

  static X509Certificate certificate(byte[] der) throws Exception {
    return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
  }

  static boolean accepts(String[] line) throws Exception {
    X509Certificate anchor = certificate(read(line[0])), target = certificate(read(line[1]));
    List<Object> store = new ArrayList<>();
    store.add(target);
    for (String path : line[2].split(",")) if (!path.isEmpty()) store.add(certificate(read(path)));
    for (String path : line[3].split(","))
      if (!path.isEmpty()) store.add(factory.generateCRL(new ByteArrayInputStream(read(path))));
    if (!line[6].isEmpty()) {
      CMSSignedData message = new CMSSignedData(new CMSProcessableByteArray(read(line[7])), read(line[6]));
      SignerInformation signer = message.getSignerInfos().getSigners().iterator().next();
      X509CertificateHolder own =
          (X509CertificateHolder) message.getCertificates().getMatches(signer.getSID()).iterator().next();
      target = certificate(own.getEncoded());
      if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider("BC").build(target.getPublicKey())))
        return false;
      for (X509CertificateHolder one : message.getCertificates().getMatches(null))
        store.add(certificate(one.getEncoded()));
      for (X509CRLHolder one : message.getCRLs().getMatches(null))
        store.add(factory.generateCRL(new ByteArrayInputStream(one.getEncoded())));
    }
    X509CertSelector selector = new X509CertSelector();
    selector.setCertificate(target);
    PKIXBuilderParameters parameters =
        new PKIXBuilderParameters(Set.of(new TrustAnchor(anchor, null)), selector);
    parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(store)));
    parameters.setDate(at);
    parameters.setRevocationEnabled(true);
    if (!line[4].isEmpty()) parameters.setInitialPolicies(Set.of(line[4].split(",")));
    parameters.setExplicitPolicyRequired(line[5].charAt(0) == '1');
    parameters.setPolicyMappingInhibited(line[5].charAt(1) == '1');
    parameters.setAnyPolicyInhibited(line[5].charAt(2) == '1');
    CertPathBuilder.getInstance("PKIX", provider).build(parameters);
    return true;
  }

  public static void main(String[] given) throws Exception {
    Security.setProperty("jdk.certpath.disabledAlgorithms", "");
    Security.addProvider(new BouncyCastleProvider());
    provider = given[0];
    at = new Date(Long.parseLong(given[1]) * 1000);
    factory = CertificateFactory.getInstance("X.509", provider);
    for (String line : Files.readAllLines(Path.of(given[2]))) {
      boolean accepted;
      try {
        accepted = accepts(line.split("\t", -1));
      } catch (Exception | StackOverflowError refused) {
        accepted = false;
      }
      System.out.println(accepted ? "1" : "0");
    }
  }
}
