import groovy.json.JsonSlurper
import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text.replaceAll(/\u001B\[[;\d]*m/, '')
def fixtures = new File(basedir, 'fixtures/models.lock').text
def application = new File(basedir, 'application/models.lock').text
def entries = { path -> new ZipFile(new File(basedir, path)).withCloseable { it.entries()*.name as Set } }

assert fixtures =~ /(?s)\[tiny-chat\].*scope = "test"/ && !fixtures.contains('[tiny]')
assert application.contains('[tiny]') && application =~ /(?s)\[tiny-chat\][^\[]*scope = "test"/
assert application.count('scope') == 1
assert log.count('Fetched tiny-chat (') == 1 && log.count('Fetched tiny (') == 1

def jar = entries('application/target/test-jars-application-1.jar')
assert jar.contains('META-INF/larder/models.lock')
def lock = new File(basedir, 'application/target/classes/META-INF/larder/models.lock').text
assert lock.contains('[tiny]') && !lock.contains('[tiny-chat]')
def tests = entries('fixtures/target/test-jars-fixtures-1-tests.jar')
assert tests.containsAll(['META-INF/larder/models.json', 'META-INF/larder/models.lock'])
assert !entries('fixtures/target/test-jars-fixtures-1.jar').any { it.contains('larder') }
assert new File(basedir, 'application/target/larder/prepared-tests').exists()

def last = (log.substring(log.lastIndexOf('BUILD SUCCESS')) =~ /(?ms)^\{.*?^\}/).collect { new JsonSlurper().parseText(it) }
assert last.findAll { it.containsKey('agrees') }*.agrees == [true, true, true]
assert last.findAll { it.containsKey('fetched') }.every { it.fetched == [] && !it.lockChanged }
return true
