import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
def file = new File(basedir, 'target/models.cdx.json')
def bom = new JsonSlurper().parse(file)
def lock = new File(basedir, 'models.lock').text

assert log.contains('Wrote ' + file + ' (models: 1)')
assert log =~ /sbom-and-report-1-models-cyclonedx\.json/
assert log.contains('"models": 1')
assert bom.specVersion == '1.6'
assert bom.components*.type == ['machine-learning-model']
assert lock.contains(bom.components[0].hashes[0].content)
assert bom.components[0].purl.startsWith('pkg:maven/dev.larder/models-testkit@')
assert bom.metadata.timestamp == '2026-11-20T00:00:00Z'

['target/reports/models.html', 'target/site/models.html'].each {
  def page = new File(basedir, it).text
  assert page.contains('This project locks 1 model, 3.5 MB together.')
  assert page.contains(bom.components[0].hashes[0].content)
}
assert new File(basedir, 'target/site/project-reports.html').text.contains('models.html')
