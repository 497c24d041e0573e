// POST /redact with a file in the field "file": answers with a copy that holds nothing personal.
// npm install @nestjs/common @nestjs/core @nestjs/platform-express multer reflect-metadata rxjs @tuhei/core @tuhei/redactor
// npm install --save-dev @types/multer; in tsconfig.json: "experimentalDecorators": true, "emitDecoratorMetadata": true
import "reflect-metadata";
import {
  type ArgumentsHost,
  BadRequestException,
  Catch,
  Controller,
  type ExceptionFilter,
  HttpCode,
  HttpException,
  Injectable,
  Module,
  type OnModuleDestroy,
  PayloadTooLargeException,
  Post,
  StreamableFile,
  UnprocessableEntityException,
  UploadedFile,
  UseFilters,
  UseInterceptors,
} from "@nestjs/common";
import { FileInterceptor } from "@nestjs/platform-express";
import { TuheiError } from "@tuhei/core";
import { createTuhei } from "@tuhei/redactor";
import { memoryStorage } from "multer";

const MAX_BYTES = 20_000_000;

/** One for the life of the application: the engines are loaded by the first request that needs them. */
@Injectable()
export class Redaction implements OnModuleDestroy {
  readonly tuhei = createTuhei({ limits: { wholeFileBytes: MAX_BYTES, pdfPages: 200 } });

  onModuleDestroy() {
    return this.tuhei.close();
  }
}

/** The code only: a message names the file, and file names may be personal. */
@Catch()
export class CodesOnly implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse();
    if (response.headersSent || response.destroyed) return;
    if (error instanceof TuheiError) return response.status(422).json({ error: error.code });
    if (error instanceof PayloadTooLargeException) return response.status(422).json({ error: "too-large" });
    if (error instanceof HttpException) return response.status(error.getStatus()).json(error.getResponse());
    return response.status(500).json({ error: "internal" });
  }
}

// In memory: an upload on disk would have to be wiped.
const upload = FileInterceptor("file", { storage: memoryStorage(), limits: { fileSize: MAX_BYTES, files: 1 } });

@Controller("redact")
@UseFilters(CodesOnly)
export class RedactController {
  constructor(private readonly redaction: Redaction) {}

  @Post()
  @HttpCode(200)
  @UseInterceptors(upload)
  async redact(@UploadedFile() file?: Express.Multer.File) {
    if (!file) throw new BadRequestException({ error: "usage" });
    const { bytes, report } = await this.redaction.tuhei.redact(file.buffer, { name: file.originalname });
    // What was not read may hold more: let a person look at it.
    if (report.status === "partial")
      throw new UnprocessableEntityException({ error: "partial", gaps: report.gaps });
    return new StreamableFile(bytes);
  }
}

@Module({ controllers: [RedactController], providers: [Redaction] })
export class RedactModule {}
