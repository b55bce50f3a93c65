/** What a run left, and the changes that the next one is to find. */
class Steps {
  final File folder

  Steps(File folder) {
    this.folder = folder
  }

  File file(String path) {
    new File(folder, path)
  }

  /** A model of a lock with its mark, or nothing. */
  List<String> locked(String path) {
    def lock = file(path)
    if (!lock.exists()) {
      return null
    }
    (lock.text =~ /(?ms)^\[([^\s\[\]]+)\]\n(.*?)\n\n/).collect { it[1] + (it[2].contains('scope = "test"') ? ' for tests' : '') }
  }

  List<String> locked() {
    locked('models.lock')
  }

  void edit(String path, String before, String after) {
    def file = file(path)
    assert file.text.contains(before)
    file.text = file.text.replace(before, after)
  }

  void testsNeedIt() {
    edit('src/test/java/com/acme/SortingTest.java', '/* none */ RerankEngine', '@UsesModel("default-rank") RerankEngine')
  }

  void testsDoNotNeedIt() {
    edit('src/test/java/com/acme/SortingTest.java', '@UsesModel("default-rank") RerankEngine', '/* none */ RerankEngine')
  }

  void applicationNeedsIt() {
    edit('src/main/java/com/acme/Sorting.java', '  RerankEngine', '  @dev.larder.api.UsesModel("acme-rank") RerankEngine')
  }

  void applicationDoesNotNeedIt() {
    edit('src/main/java/com/acme/Sorting.java', '@dev.larder.api.UsesModel("acme-rank") ', '')
  }
}

return { new Steps(basedir) }
