package dev.larder.testkit.hub;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A repository of the stand-in hub. It begins with one commit, to which {@code main} points,
 * without files. May be changed while requests are answered.
 */
public final class HubRepository {

  private static final String MAIN = "main";

  private final String name;
  private final Map<String, Map<String, HubFile>> commits = new HashMap<>();
  private final Map<String, String> references = new HashMap<>();
  private final Set<String> readers = new HashSet<>();
  private final Set<String> approved = new HashSet<>();
  private String head;
  private Delivery delivery = Delivery.REDIRECT;
  private Visibility visibility = Visibility.PUBLIC;
  private Gate gate = Gate.NONE;
  private @Nullable String newName;

  HubRepository(String name) {
    this.name = name;
    head = Content.of(name.getBytes(StandardCharsets.UTF_8)).gitSha1();
    commits.put(head, new TreeMap<>());
    references.put(MAIN, head);
  }

  /** Begins a commit with the files of the one before it, and lets {@code main} point to it. */
  public synchronized HubRepository commit(String id) {
    commits.put(id, new TreeMap<>(files(head)));
    head = id;
    return branch(MAIN);
  }

  /** Lets a branch point to the latest commit. */
  public synchronized HubRepository branch(String branch) {
    references.put(branch, head);
    return this;
  }

  /** Lets a tag point to the latest commit. */
  public HubRepository tag(String tag) {
    return branch(tag);
  }

  /** Adds a file, of the kind that git keeps itself, to the latest commit. */
  public HubRepository file(String path, Content content) {
    return add(new HubFile(path, content, Storage.GIT));
  }

  /** Adds a file, of the kind that git keeps itself, to the latest commit. */
  public HubRepository file(String path, byte[] content) {
    return file(path, Content.of(content));
  }

  /** Adds a file, of the kind that the CDN serves, to the latest commit. */
  public HubRepository largeFile(String path, Content content) {
    return add(new HubFile(path, content, Storage.LFS));
  }

  /** Adds a file, of the kind that the CDN serves, to the latest commit. */
  public HubRepository largeFile(String path, byte[] content) {
    return largeFile(path, Content.of(content));
  }

  /** Lets its files reach the client in another way. */
  public synchronized HubRepository delivery(Delivery way) {
    delivery = way;
    return this;
  }

  /** Gives its files only to the owners of these tokens, whom somebody has approved. */
  public HubRepository gated(String... approvedTokens) {
    return gated(Gate.MANUAL, approvedTokens);
  }

  /** Gives its files only to the owners of these tokens, who have accepted its terms. */
  public HubRepository gatedByTerms(String... acceptedBy) {
    return gated(Gate.AUTO, acceptedBy);
  }

  private synchronized HubRepository gated(Gate way, String... tokens) {
    gate = way;
    approved.addAll(List.of(tokens));
    return this;
  }

  /** Hides it from everybody but the owner of this token. */
  public synchronized HubRepository privateRepository(String token) {
    visibility = Visibility.PRIVATE;
    readers.add(token);
    return this;
  }

  /** Refuses everybody. */
  public synchronized HubRepository disabled() {
    visibility = Visibility.DISABLED;
    return this;
  }

  /** Redirects whoever asks for it. */
  public synchronized HubRepository renamedTo(String name) {
    newName = name;
    return this;
  }

  /** {@code owner/name}. */
  public String name() {
    return name;
  }

  /** The latest commit. */
  public synchronized String commit() {
    return head;
  }

  private synchronized HubRepository add(HubFile file) {
    files(head).put(file.path(), file);
    return this;
  }

  /** The commit that a commit, branch or tag means; null if there is none. */
  synchronized @Nullable String commitOf(String revision) {
    return commits.containsKey(revision) ? revision : references.get(revision);
  }

  synchronized @Nullable HubFile fileOrNull(String commit, String path) {
    return files(commit).get(path);
  }

  synchronized Collection<HubFile> allFiles(String commit) {
    return new TreeMap<>(files(commit)).values();
  }

  private Map<String, HubFile> files(String commit) {
    Map<String, HubFile> files = commits.get(commit);
    return files == null ? Map.of() : files;
  }

  synchronized Delivery delivery() {
    return delivery;
  }

  synchronized Visibility visibility() {
    return visibility;
  }

  synchronized Gate gate() {
    return gate;
  }

  synchronized @Nullable String newName() {
    return newName;
  }

  synchronized boolean mayRead(@Nullable String token) {
    return visibility != Visibility.PRIVATE || readers.contains(token);
  }

  synchronized boolean isApproved(@Nullable String token) {
    return gate == Gate.NONE || approved.contains(token);
  }

  synchronized boolean knows(String token) {
    return readers.contains(token) || approved.contains(token);
  }
}
