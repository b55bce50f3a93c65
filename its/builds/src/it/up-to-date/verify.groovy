def runs = new File(basedir, 'build.log').text.split('BUILD SUCCESS', -1)
def loaded = new File(basedir, 'classes.log').text

assert runs[0].contains('Fetched tiny (onnx-fp32')
assert runs[1].count('1 declared model is in the store') == 2
assert loaded.contains('dev.larder.maven.uptodate.PreparedRecord')
assert !loaded.contains('okhttp3')
assert !loaded.contains('com.fasterxml.jackson')
assert !loaded.contains('dev.larder.hub')
assert !loaded.contains('dev.larder.core.store.ModelStore')
