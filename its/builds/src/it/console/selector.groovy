def found = System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'script').canExecute() }
if (!found) {
  println 'Skipped: without the program script there is no terminal to ask at'
}
return found
