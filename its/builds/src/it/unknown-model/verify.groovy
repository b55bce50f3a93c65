def log = new File(basedir, 'build.log').text

assert log.contains('Search.java:[9,14]')
assert log.contains('[Models/UnknownModel] No model is named "minlm".')
assert log =~ /Did you mean: minilm/
