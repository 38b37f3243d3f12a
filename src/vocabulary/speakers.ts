/** How the words of several people are told apart in an interview, a play or a talk. */
import { han } from './characters.js';

/** A name, or what it is short for, before a colon: 问：, 答：, 沈一：, 主持人: Group 1: the name. */
export const speakerLead = new RegExp(`^([${han}·A-Z]{1,6})[：:](?!//)(?=[\\s　]*\\S)`, 'u');
