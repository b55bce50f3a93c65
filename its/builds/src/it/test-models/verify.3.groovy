import groovy.json.JsonSlurper
import java.util.zip.ZipFile

def steps = evaluate(new File(basedir, 'steps.groovy'))()
assert steps.locked() == ['acme-rank for tests', 'tiny']
new ZipFile(steps.file('target/test-models-1.jar')).withCloseable { jar ->
  def lock = jar.getInputStream(jar.getEntry('META-INF/larder/models.lock')).text
  assert lock.contains('[tiny]') && !lock.contains('[acme-rank]')
}
assert new JsonSlurper().parse(steps.file('target/models.cdx.json')).components.size() == 1
assert steps.file('target/reports/models.html').text.contains('acme-rank (tests only)')
new ZipFile(steps.file('target/models.zip')).withCloseable { archive ->
  def lock = archive.getInputStream(archive.getEntry('models.lock')).text
  assert lock.contains('["acme-rank:onnx@') && lock.contains('["tiny:') && !lock.contains('scope')
}
return true
