def log = new File(basedir, 'build.log').text.replaceAll(/\u001B\[[;\d]*m/, '')

def check = log.indexOf('"tiny" is declared, but not locked')
def lock = log.indexOf('+ tiny: onnx-fp32, ')
def init = log.indexOf('MISSING  VARIANT')
assert check >= 0 && lock > check && init > lock
assert log.contains('Frozen by: models:check')
assert log.contains('[Models/NotFetched] Model "tiny" is not on this machine.')
assert log.contains('''  "agrees": false,
  "models": [
    "tiny"
  ],
  "differences": [ ],
  "missing": [
    "tiny"
  ],
  "denied": [ ],
  "unusable": [ ],
  "projections": [ ],
  "drifted": [ ]
}
''')
assert log =~ /tiny +onnx-fp32 +[\d.]+ [kM]B +Apache-2.0/
assert log.contains('Fetched tiny (onnx-fp32, ')
assert log.contains('1 declared model: locked, in the store, and licensed as this build allows')
assert log.contains('"changes": [ ]')
assert new File(basedir, 'models.lock').text.contains('[tiny]')
assert log.contains('''  "models": 1,
  "fetched": [ ],
  "lockChanged": false
}
''')
assert log.contains('''{
  "missing": [ ],
  "prepared": {
    "lock": "LOCK",
    "models": 1,
    "fetched": [ ],
    "lockChanged": false
  }
}
'''.replace('LOCK', new File(basedir, 'models.lock').path))
