// What was wrong is said behind the words that the build failed.
def runs = new File(basedir, 'build.log').text.split(/BUILD (SUCCESS|FAILURE)/, -1)
def lock = new File(basedir, 'models.lock').text
def here = System.getProperty('os.arch') in ['aarch64', 'arm64'] ? 'arm64' : 'x86_64'

assert context.get('all').containsAll(
    ['[acme-local.x86_64]', '[acme-local.x86_64-avx512-vnni]', '[acme-local.arm64]', '[acme-local.other]'])
assert runs[0] =~ /Fetched acme-local \(onnx/
assert runs[1] =~ /Locked +acme-local for x86_64: onnx\R/
assert runs[1] =~ /acme-local for arm64: onnx-arm64\R/
assert runs[1] =~ /acme-local for x86_64-avx512-vnni: onnx-x86_64-avx512-vnni\R/
assert runs[1].contains('onnx-arm64' + (here == 'arm64' ? ' (the default)' : '') + ', for arm64')
assert runs[1] =~ "(?m)^${java.util.regex.Pattern.quote(basedir.path)}/store/cache/models/acme-local/onnx"

assert runs[3] =~ /\[Models\/LockOutOfDate] .*models\.lock does not match the declared models/
assert runs[3] =~ "\"acme-local\" is not locked for ${here}.*, which mvn models:lock -Dmodels.platforms=${here}.* does"
assert runs[3] =~ "acme-local for ${here}"
assert runs[6].contains('models.platforms has "sparc", and can have x86_64, ')

assert lock.contains("[acme-local.${context.get('foreign')}]")
assert lock =~ "\\[acme-local\\.${here}"
