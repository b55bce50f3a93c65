package dev.larder.hub;

import dev.larder.core.catalog.ModelFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Asks the hub's interface for programs about one repository.
 *
 * @param client who asks
 * @param place the repository's listing
 */
record HubQuery(HttpsClient client, HubPlace place) {

  /** With 1,000 entries on each. */
  private static final int MOST_PAGES = 100;

  private static final Pattern NEXT = Pattern.compile("<([^>]{1,4000})>\\s*;\\s*rel=\"?next\"?");

  ListedFiles list(List<ModelFile> files) {
    return ask(
        place.url(),
        answer -> {
          requireListing(answer, place);
          return ListedFiles.of(HubJson.read(answer, RepositoryListing.class), files, place);
        });
  }

  /**
   * Asks for a file itself, to see whether the hub gives it to who asks.
   *
   * @throws dev.larder.api.GatedException if terms have to be accepted first
   */
  void requireReadable(ModelFile file) {
    ask(
        place.endpoint().file(place.repository(), place.revision(), file.path()),
        answer -> {
          requireOk(answer, place);
          answer.abandon();
          return file;
        });
  }

  /** Looks for files in the listing of the tree; mirrors may have none. */
  Map<String, HubFile> tree(String commit, List<String> paths) {
    Map<String, HubFile> found = new HashMap<>();
    HttpUrl page = place.endpoint().tree(place.repository(), commit);
    for (int i = 0; i < MOST_PAGES && found.size() < paths.size(); i++) {
      TreePage read = page(page);
      for (String path : paths) {
        read.find(path).ifPresent(file -> found.put(path, file));
      }
      if (read.next() == null) {
        break;
      }
      page = read.next();
    }
    return found;
  }

  private TreePage page(HttpUrl url) {
    return ask(
        url,
        answer -> {
          if (answer.status() == 404) {
            return TreePage.NONE;
          }
          requireListing(answer, place);
          TreePage.Entry[] entries = HubJson.read(answer, TreePage.Entry[].class);
          return new TreePage(List.of(entries), next(url, answer.header("Link")));
        });
  }

  /** Only the next page's query is taken, so that it can lead nowhere else. */
  private static @Nullable HttpUrl next(HttpUrl here, @Nullable String link) {
    Matcher matcher = NEXT.matcher(link == null ? "" : link);
    HttpUrl next = matcher.find() ? here.resolve(matcher.group(1)) : null;
    return next == null ? null : here.newBuilder().encodedQuery(next.encodedQuery()).build();
  }

  private static void requireOk(Answer answer, HubPlace place) throws IOException {
    if (answer.status() != 200) {
      throw Refusal.of(answer, place);
    }
  }

  private static void requireListing(Answer answer, HubPlace place) throws IOException {
    requireOk(answer, place);
    answer.requireNoWebPage("what the hub says of the repository");
  }

  /** What is made of an answer. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(Answer answer) throws IOException;
  }

  private <T> T ask(HttpUrl url, Reading<T> reading) {
    return client
        .retries(url.newBuilder().query(null).build(), () -> 0, () -> 0)
        .run(
            () -> {
              try (Answer answer = client.get(place.at(url), Headers.EMPTY)) {
                return reading.of(answer);
              }
            });
  }
}
