import groovy.json.JsonSlurper

/** The sources of the scenario, and what their manifest says. */
class IncrementalProject {
  final File folder

  IncrementalProject(File folder) {
    this.folder = folder
  }

  File source(String type) {
    new File(folder, "src/main/java/com/acme/${type}.java")
  }

  void edit(String type, Closure<String> change) {
    def file = source(type)
    file.text = change(file.text)
  }

  /** As tools do that know both. */
  void delete(String type) {
    assert source(type).delete() && new File(folder, "target/classes/com/acme/${type}.class").delete()
  }

  void rename(String type, String other) {
    source(other).text = source(type).text.replace("interface ${type}", "interface ${other}")
    assert source(type).delete()
  }

  List<String> uses() {
    def manifest = new File(folder, 'target/classes/META-INF/larder/models.json')
    manifest.exists() ? new JsonSlurper().parse(manifest).uses.collect { "${it.type} ${it.model}".toString() } : []
  }
}

return { new IncrementalProject(basedir) }
