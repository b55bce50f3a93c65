package dev.larder.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.hub.AccessToken;
import dev.larder.hub.HttpProxy;
import dev.larder.hub.HubSettings;
import dev.larder.hub.Proxies;
import dev.larder.hub.UserAndPassword;
import java.net.URI;
import java.time.Duration;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Proxy;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.Test;

class HubWayTest {

  private static final HubWay WAY = new HubWay(null, "huggingface");
  private static final HubSettings ENVIRONMENT =
      new HubSettings(
          "https://hub.example",
          new AccessToken("of-the-environment"),
          Proxies.OF_THE_JVM,
          null,
          Duration.ofSeconds(10));

  private final DefaultRepositorySystemSession repositories = new DefaultRepositorySystemSession();
  private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final DefaultAuthenticationSelector servers = new DefaultAuthenticationSelector();

  @Test
  void withoutSettingsTheEnvironmentCounts() {
    assertThat(settings(WAY)).isEqualTo(ENVIRONMENT);
  }

  @Test
  void aPasswordAloneIsAToken() {
    servers.add("huggingface", new AuthenticationBuilder().addPassword("hf_secret").build());

    assertThat(settings(WAY).credentials()).isEqualTo(new AccessToken("hf_secret"));
  }

  @Test
  void aUserWithAPasswordIsSentAsSuch() {
    servers.add(
        "manager", new AuthenticationBuilder().addUsername("ci").addPassword("secret").build());

    assertThat(settings(new HubWay(null, "manager")).credentials())
        .isEqualTo(new UserAndPassword("ci", "secret"));
    assertThat(settings(WAY).credentials()).isEqualTo(ENVIRONMENT.credentials());
  }

  @Test
  void noSecretIsInTheTextOfTheSettings() {
    servers.add(
        "huggingface", new AuthenticationBuilder().addUsername("ci").addPassword("secret").build());

    assertThat(settings(WAY).toString()).doesNotContain("secret");
  }

  @Test
  void theBuildsEndpointGoesBeforeTheEnvironments() {
    assertThat(settings(new HubWay("https://other.example/hub", "huggingface")).endpoint())
        .isEqualTo("https://other.example/hub");
  }

  @Test
  void aMirrorThatNamesTheHubTakesItsPlace() {
    request.addMirror(mirror("central, huggingface"));
    servers.add("nexus", new AuthenticationBuilder().addPassword("of-nexus").build());

    assertThat(settings(WAY).endpoint()).isEqualTo("https://nexus.example/hub");
    assertThat(settings(WAY).credentials()).isEqualTo(new AccessToken("of-nexus"));
  }

  @Test
  void aMirrorOfEverythingIsOneOfMavenRepositories() {
    request.addMirror(mirror("*"));

    assertThat(settings(WAY).endpoint()).isEqualTo("https://hub.example");
  }

  @Test
  void proxiesOfTheSettingsLeadToTheHubAndToWhereItRedirects() {
    proxy("intern.example|*.local");

    Proxies proxies = settings(WAY).proxies();

    HttpProxy expected = new HttpProxy("proxy.example", 3128, new UserAndPassword("me", "secret"));
    assertThat(proxies.forUri(URI.create("https://hub.example/a/b"))).contains(expected);
    assertThat(proxies.forUri(URI.create("https://cdn.example/a?Signature=x"))).contains(expected);
    assertThat(proxies.forUri(URI.create("https://intern.example/a"))).isEmpty();
    assertThat(proxies.forUri(URI.create("https://models.local:8443/a"))).isEmpty();
  }

  @Test
  void offlineIsOffline() {
    repositories.setOffline(true);

    assertThat(settings(WAY).offlineBecause()).isEqualTo("mvn -o");
  }

  private HubSettings settings(HubWay way) {
    repositories.setAuthenticationSelector(servers);
    @SuppressWarnings("deprecation")
    MavenSession session =
        new MavenSession(null, repositories, request, new DefaultMavenExecutionResult());
    return way.settings(ENVIRONMENT, session);
  }

  private void proxy(String nonProxyHosts) {
    Proxy proxy = new Proxy();
    proxy.setActive(true);
    request.addProxy(proxy);
    repositories.setProxySelector(
        new DefaultProxySelector()
            .add(
                new org.eclipse.aether.repository.Proxy(
                    "http",
                    "proxy.example",
                    3128,
                    new AuthenticationBuilder().addUsername("me").addPassword("secret").build()),
                nonProxyHosts));
  }

  private static Mirror mirror(String of) {
    Mirror mirror = new Mirror();
    mirror.setId("nexus");
    mirror.setMirrorOf(of);
    mirror.setUrl("https://nexus.example/hub");
    return mirror;
  }
}
