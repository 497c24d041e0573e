export { decodePicture, type PictureFormat, type PictureHeader, readPictureHeader } from "./decode.js";
