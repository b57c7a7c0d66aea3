from onrecord.pipeline import *
from onrecord.pipeline import Models, build_record
