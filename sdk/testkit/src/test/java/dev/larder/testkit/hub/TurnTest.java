package dev.larder.testkit.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** To which requests faults happen. */
class TurnTest {

  private static final String RESOLVE = "/owner/name/resolve/main/";
  private static final Fault FAILS = new ServerFault.ServerError(Hop.CONTENT, 500);

  private final StandInHub hub = StandInHub.start();
  private final HubClient client = new HubClient(hub);

  TurnTest() {
    hub.repository("owner/name")
        .largeFile("one", Content.seeded(1, 1000))
        .largeFile("other", Content.seeded(2, 1000));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aFaultHappensToOnePathAndOnce() throws Exception {
    hub.inject(FAILS, "one");

    assertThat(status("other")).isEqualTo(200);
    assertThat(status("one")).isEqualTo(500);
    assertThat(status("one")).isEqualTo(200);
  }

  @Test
  void aFaultHappensToALaterRequest() throws Exception {
    hub.inject(FAILS, "one", Turn.number(3));

    assertThat(List.of(status("one"), status("one"), status("one"), status("one")))
        .containsExactly(200, 200, 500, 200);
  }

  @Test
  void aFaultHappensUntilTheHubIsHealed() throws Exception {
    hub.inject(FAILS, "one", Turn.always());

    assertThat(List.of(status("one"), status("one"), status("one"))).containsOnly(500);
    assertThat(hub.pendingFaults()).containsExactly(FAILS);
    hub.heal();
    assertThat(status("one")).isEqualTo(200);
  }

  @Test
  void aFaultWaitsForARequestThatItCanHappenTo() throws Exception {
    Fault fault = new RangeFault.IgnoredRange();
    hub.inject(fault, "one");

    assertThat(status("one")).isEqualTo(200);
    assertThat(hub.pendingFaults()).containsExactly(fault);
    assertThat(status("one", "Range", "bytes=5-")).isEqualTo(200);
    assertThat(status("one", "Range", "bytes=5-")).isEqualTo(206);
  }

  @Test
  void faultsOfOneAnswerAddUp() {
    hub.inject(new ContentFault.WrongBytes(), "one")
        .inject(new ContentFault.Truncated(600), "one")
        .inject(new ContentFault.Stalled(700), "one");

    assertThatIOException().isThrownBy(() -> status("one"));
    assertThat(hub.pendingFaults()).containsExactly(new ContentFault.Stalled(700));
  }

  @Test
  void aFaultDoesNotHappenToAnAnswerThatAnotherHasReplaced() throws Exception {
    hub.inject(FAILS, "one").inject(new ContentFault.Overlong(5), "one");

    assertThat(status("one")).isEqualTo(500);
    assertThat(client.download(RESOLVE + "one").body()).hasSize(1005);
  }

  @Test
  void aTruncatedAnswerThatIsGzippedTooEndsAllTheSame() throws Exception {
    hub.inject(new ContentFault.Truncated(900), "text").inject(new ContentFault.Gzipped(), "text");
    hub.repository("owner/name").file("text", Content.of("a".repeat(1000)));

    assertThat(SmallFileTest.gunzip(client.download(RESOLVE + "text").body())).hasSize(1000);
  }

  @Test
  void requestsAtTheSameTimeTakeOneFaultEach() throws Exception {
    hub.inject(FAILS, "one", Turn.next(5));
    String location = HubClient.location(client.get(RESOLVE + "one"));

    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      answers.add(threads.submit(() -> client.get(location).statusCode()));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    threads.shutdown();

    assertThat(Collections.frequency(statuses, 500)).isEqualTo(5);
    assertThat(Collections.frequency(statuses, 200)).isEqualTo(11);
    assertThat(hub.log().downloads("one")).hasSize(11);
  }

  @Test
  void everyKindOfFaultIsInTheList() {
    assertThat(Fault.all(10).stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds(Fault.class));
  }

  private static List<Class<?>> kinds(Class<?> type) {
    if (!type.isSealed()) {
      return List.of(type);
    }
    List<Class<?>> kinds = new ArrayList<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      kinds.addAll(kinds(permitted));
    }
    return kinds.stream().distinct().toList();
  }

  private int status(String path, String... headers) throws Exception {
    return client.download(RESOLVE + path, headers).statusCode();
  }
}
