// What was wrong is said behind the words that the build failed.
def runs = new File(basedir, 'build.log').text.split(/BUILD (SUCCESS|FAILURE)/, -1)

assert runs[0].contains('Fetched tiny')
assert runs[2].contains('[Models/NotProcessed] com.acme.Search declares a model, and no manifest was written')
assert runs[2].contains('<annotationProcessorPaths>') && runs[2].contains("<version>${larderVersion}</version>")
assert runs[2].contains('1 declared model is in the store')
