def lock = new File(basedir, 'models.lock')
lock.text = lock.text.replace('dimensions = 96', 'dimensions = 128')
return true
