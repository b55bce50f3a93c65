def log = new File(basedir, 'build.log').text

def denied = '[Models/LicenceDenied] Model "tiny" has the licence Apache-2.0'
assert log.split(java.util.regex.Pattern.quote(denied), -1).length >= 3
assert log.contains('Policy: only BSD-3-Clause, MIT')
assert !new File(basedir, 'models.lock').exists()
assert !new File(basedir, 'store/cache').exists()
