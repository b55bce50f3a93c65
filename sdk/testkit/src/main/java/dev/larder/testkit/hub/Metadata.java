package dev.larder.testkit.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What the hub tells of a repository at a commit. */
record Metadata(HubRepository repository, String commit) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The repository and its files, {@code blobs} with their sizes and digests. */
  JsonNode revision(boolean blobs) {
    ObjectNode answer = JSON.objectNode();
    answer.put("id", repository.name()).put("modelId", repository.name()).put("sha", commit);
    answer.put("private", repository.visibility() == Visibility.PRIVATE);
    answer.put("disabled", repository.visibility() == Visibility.DISABLED);
    answer.set("gated", gated());
    ArrayNode siblings = answer.putArray("siblings");
    for (HubFile file : repository.allFiles(commit)) {
      ObjectNode sibling = siblings.addObject().put("rfilename", file.path());
      if (blobs) {
        sibling.put("size", file.content().length()).put("blobId", file.blob().gitSha1());
        addPointer(sibling, file, "sha256");
      }
    }
    return answer;
  }

  private JsonNode gated() {
    return repository.gate() == Gate.NONE
        ? JSON.booleanNode(false)
        : JSON.textNode(repository.gate().name().toLowerCase(Locale.ROOT));
  }

  /** Everything below a folder, folders too; or what is in the folder itself. */
  List<JsonNode> tree(String folder, boolean recursive) {
    String start = folder.isEmpty() ? "" : folder + "/";
    Set<String> folders = new TreeSet<>();
    List<JsonNode> files = new ArrayList<>();
    for (HubFile file : repository.allFiles(commit)) {
      if (!file.path().startsWith(start)) {
        continue;
      }
      int slash = file.path().indexOf('/', start.length());
      if (recursive || slash < 0) {
        files.add(entry(file));
      }
      while (slash >= 0) {
        folders.add(file.path().substring(0, slash));
        slash = recursive ? file.path().indexOf('/', slash + 1) : -1;
      }
    }
    List<JsonNode> entries = new ArrayList<>();
    folders.forEach(path -> entries.add(folder(path)));
    entries.addAll(files);
    return entries;
  }

  private static JsonNode folder(String path) {
    return JSON.objectNode()
        .put("type", "directory")
        .put("oid", Content.of(path).gitSha1())
        .put("size", 0)
        .put("path", path);
  }

  private static JsonNode entry(HubFile file) {
    ObjectNode entry =
        JSON.objectNode()
            .put("type", "file")
            .put("oid", file.blob().gitSha1())
            .put("size", file.content().length())
            .put("path", file.path());
    addPointer(entry, file, "oid");
    if (file.storage() == Storage.LFS) {
      entry.put("xetHash", file.xetHash());
    }
    return entry;
  }

  private static void addPointer(ObjectNode node, HubFile file, String digestName) {
    if (file.storage() == Storage.LFS) {
      node.putObject("lfs")
          .put(digestName, file.content().sha256())
          .put("size", file.content().length())
          .put("pointerSize", file.blob().length());
    }
  }
}
