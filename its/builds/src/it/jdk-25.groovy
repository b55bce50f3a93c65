/** The home of a JDK 25: what JAVA_HOME_25 names, or one that lies beside the JDK that runs this; null where there is none. */
def isOf25 = { File home ->
  def release = new File(home, 'release')
  release.isFile() && release.text.contains('JAVA_VERSION="25') && new File(home, 'bin/javac').canExecute()
}
return {
  def named = System.getenv('JAVA_HOME_25')
  def beside = new File(System.getProperty('java.home')).canonicalFile.parentFile.listFiles() ?: []
  ((named ? [new File(named)] : []) + beside.toList()).find(isOf25)
}
