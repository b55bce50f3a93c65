package dev.larder.testkit.hub;

import static dev.larder.testkit.hub.HubClient.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetadataTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final Pattern NEXT = Pattern.compile("<(.*)>; rel=\"next\"");
  private static final Content CONTENT = Content.seeded(3, 1234);

  private final StandInHub hub = StandInHub.start();
  private final HubClient client = new HubClient(hub);

  MetadataTest() {
    hub.repository("owner/name")
        .commit(COMMIT)
        .file("config.json", Content.of("hello\n"))
        .largeFile("onnx/model.onnx", CONTENT)
        .largeFile("onnx/quantised/model.onnx", CONTENT);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aRevisionTellsItsCommitAndItsFiles() throws Exception {
    JsonNode answer = json(client.get("/api/models/owner/name/revision/main?blobs=true"));

    assertThat(answer.get("sha").asText()).isEqualTo(COMMIT);
    assertThat(answer.get("gated")).hasToString("false");
    JsonNode small = answer.get("siblings").get(0);
    assertThat(small)
        .hasToString(
            "{\"rfilename\":\"config.json\",\"size\":6,"
                + "\"blobId\":\"ce013625030ba8dba906f756967f9e9ca394464a\"}");
    JsonNode large = answer.get("siblings").get(1);
    assertThat(large.get("size").asLong()).isEqualTo(1234);
    assertThat(large.get("lfs").get("sha256").asText()).isEqualTo(CONTENT.sha256());
    assertThat(large.get("lfs").get("size").asLong()).isEqualTo(1234);
    assertThat(large.get("lfs").get("pointerSize").asLong()).isEqualTo(129);
  }

  @Test
  void withoutBlobsARevisionTellsNamesAlone() throws Exception {
    JsonNode answer = json(client.get("/api/models/owner/name"));

    assertThat(answer.get("siblings").get(1)).hasToString("{\"rfilename\":\"onnx/model.onnx\"}");
  }

  @Test
  void aTreeTellsTheSameDigestUnderAnotherKey() throws Exception {
    JsonNode entries = json(client.get("/api/models/owner/name/tree/main?recursive=true"));

    assertThat(entries.findValuesAsText("path"))
        .containsExactly(
            "onnx",
            "onnx/quantised",
            "config.json",
            "onnx/model.onnx",
            "onnx/quantised/model.onnx");
    assertThat(entries.findValuesAsText("type"))
        .containsExactly("directory", "directory", "file", "file", "file");
    JsonNode large = entries.get(3);
    assertThat(large.get("lfs").get("oid").asText()).isEqualTo(CONTENT.sha256());
    assertThat(large.get("xetHash").asText()).hasSize(64);
    assertThat(entries.get(2).get("oid").asText())
        .isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
  }

  @Test
  void aFolderCanBeListedByItself() throws Exception {
    JsonNode entries = json(client.get("/api/models/owner/name/tree/main/onnx"));

    assertThat(entries.findValuesAsText("path"))
        .containsExactly("onnx/quantised", "onnx/model.onnx");
  }

  @Test
  void aLongTreeComesInPages() throws Exception {
    hub.pageSize(2);

    List<String> paths = new ArrayList<>();
    String next = "/api/models/owner/name/tree/main?recursive=true";
    while (!next.isEmpty()) {
      HttpResponse<byte[]> page = client.get(next);
      paths.addAll(json(page).findValuesAsText("path"));
      Matcher link = NEXT.matcher(header(page, "Link"));
      next = link.matches() ? link.group(1) : "";
    }

    assertThat(paths).hasSize(5).doesNotHaveDuplicates();
    assertThat(hub.log().requests()).hasSize(3);
  }

  @Test
  void requestsForMetadataCanFailToo() throws Exception {
    hub.inject(new ServerFault.ServerError(Hop.METADATA, 503), "owner/name");

    assertThat(client.get("/api/models/owner/name").statusCode()).isEqualTo(503);
    assertThat(client.get("/api/models/owner/name").statusCode()).isEqualTo(200);
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
