def log = new File(basedir, 'build.log').text.replaceAll(/\u001B\[[;\d]*m/, '')

assert log.contains('projection semantic of tiny: not trained yet')
assert log.contains('[Models/DimensionMismatch] Model "tiny" gives 96 dimensions, not 384.')
assert log.contains('wrong.yaml, line 6, layers of semantic')
assert log.contains('projections.yaml has version 2 now')
assert log.contains('"projections": [\n    "semantic"\n  ],\n  "drifted": [ ]')
assert new File(basedir, 'projections.yaml').text == '''# Of the old version.
version: 2
embedding_model: tiny
projections:
  semantic:
    layers: [32, 16] # input, hidden, output
    epochs: 3
    batch_size: 8
'''
